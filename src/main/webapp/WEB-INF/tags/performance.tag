<%@ tag description="How well the model does: from labels, estimated without, and whether labels still follow." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="view" required="true" type="dev.perennial.web.pages.MonitorView" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<section id="performance" class="part" aria-labelledby="performance-title">
<c:choose>
<c:when test="${view.performance().isEmpty()}">
<h2 id="performance-title"><fmt:message key="performance.how-well-it-does"/></h2>
<div class="card"><t:empty title="${lang.say('performance.no-rows-to-compare')}"><p><fmt:message key="performance.the-version-kept-no"/></p></t:empty></div>
</c:when>
<c:otherwise><c:set var="p" value="${view.performance().get()}"/>
<h2 id="performance-title"><fmt:message key="performance.how-well-it-does"/>&#32;<t:status mark="${p.mark()}"/></h2>
<div class="card"><p><c:out value="${p.reason()}"/></p>
<c:if test="${not p.labelled()}"><t:empty title="${lang.say('performance.no-labels-in-this')}"><p><fmt:message key="performance.how-well-it-does-is"/></p></t:empty></c:if>
<c:if test="${not empty view.performanceChart().lines()}"><t:chart of="${view.performanceChart()}"/></c:if>
<c:choose><c:when test="${p.number()}"><p class="why"><fmt:message key="performance.the-shaded-band-is-the"/></p></c:when><c:otherwise><p class="why"><fmt:message key="performance.the-shaded-band-is"/></p></c:otherwise></c:choose></div>
<div class="two">
<div class="card"><h3><fmt:message key="performance.from-labels"/></h3><c:if test="${p.labelled()}"><p class="big"><b><c:out value="${p.figure()}"/></b> <span class="unit"><t:say key="performance.95-between-before-deployment" a="${p.measure()}" b="${p.interval()}" c="${p.expected()}"/></span></p></c:if><t:facts facts="${p.facts()}"/></div>
<c:if test="${p.number()}"><div class="card"><h3><fmt:message key="performance.where-errors-lie"/></h3><p><c:out value="${p.residual()}"/></p><p class="why"><fmt:message key="performance.errors-that-move-to"/></p></div></c:if>
<c:if test="${view.estimate().isPresent()}"><c:set var="e" value="${view.estimate().get()}"/>
<div class="card"><h3><fmt:message key="performance.without-labels"/>&#32;<t:status mark="${e.trust()}"/></h3><c:if test="${e.seen()}"><p class="big"><b><c:out value="${e.accuracy()}"/></b> <span class="unit"><t:say key="performance.accuracy-estimated-about-95" a="${e.band()}"/></span></p></c:if><p><c:out value="${e.reason()}"/></p><p class="why"><c:out value="${e.track()}"/></p></div></c:if>
</div>
<c:if test="${p.labelled() and not p.number()}">
<div class="two">
<div class="card"><h3><fmt:message key="performance.what-was-taken-for"/></h3><div class="scroll" tabindex="0" role="region" aria-label="<fmt:message key="performance.confusion-matrix"/>"><table class="confusion"><thead><tr><th scope="col"><fmt:message key="performance.true-given"/></th><c:forEach var="name" items="${p.classes()}"><th scope="col" class="n"><c:out value="${name}"/></th></c:forEach></tr></thead><tbody><c:forEach var="truth" items="${p.confusion()}"><tr><th scope="row"><c:out value="${truth.name()}"/></th><c:forEach var="cell" items="${truth.cells()}"><td class="n <c:out value="${cell.kind()}"/>"><c:out value="${cell.count()}"/></td></c:forEach></tr></c:forEach></tbody></table></div><p class="why"><fmt:message key="performance.right-answers-stand-on"/></p></div>
<div class="card"><h3><fmt:message key="performance.each-class"/></h3><div class="scroll" tabindex="0" role="region" aria-label="<fmt:message key="performance.scores-of-each-class"/>"><table><thead><tr><th scope="col"><fmt:message key="performance.class"/></th><th scope="col" class="n"><fmt:message key="performance.precision"/></th><th scope="col" class="n"><fmt:message key="performance.recall"/></th><th scope="col" class="n"><fmt:message key="performance.f1"/></th><th scope="col" class="n"><fmt:message key="performance.true"/></th><th scope="col" class="n"><fmt:message key="performance.given"/></th></tr></thead><tbody><c:forEach var="score" items="${p.scores()}"><tr><th scope="row"><c:out value="${score.name()}"/></th><td class="n"><c:out value="${score.precision()}"/></td><td class="n"><c:out value="${score.recall()}"/></td><td class="n"><c:out value="${score.f1()}"/></td><td class="n"><c:out value="${score.support()}"/></td><td class="n"><c:out value="${score.given()}"/></td></tr></c:forEach></tbody></table></div><p class="why"><fmt:message key="performance.precision-of-the-rows"/></p></div>
</div>
<c:if test="${p.calibration().isPresent()}"><div class="card"><t:calibration of="${p.calibration().get()}"/></div></c:if>
</c:if>
</c:otherwise>
</c:choose>
</section>
<div class="two">
<section id="concept" class="part" aria-labelledby="concept-title"><h2 id="concept-title"><fmt:message key="performance.concept-drift"/>&#32;<t:status mark="${view.concept().mark()}"/></h2>
<div class="card"><p><c:out value="${view.concept().reason()}"/></p><t:facts facts="${view.concept().facts()}"/><p class="why"><fmt:message key="performance.whether-labels-still-follow-from"/></p></div></section>
<section id="staleness" class="part" aria-labelledby="staleness-title"><h2 id="staleness-title"><fmt:message key="performance.age"/>&#32;<t:status mark="${view.staleness()}"/></h2>
<div class="card"><p><c:out value="${view.stalenessReason()}"/></p><t:facts facts="${view.age()}"/></div></section>
</div>
