<%@ tag description="What moved: inputs, answers, and the inputs together." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="view" required="true" type="dev.perennial.web.pages.MonitorView" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:set var="drift" value="${view.drift()}"/>
<c:set var="alone" value="${not empty view.style()}"/>
<c:url var="here" value="${view.path()}"/>
<section id="drift" class="part" aria-labelledby="drift-title">
<h2 id="drift-title"><fmt:message key="drift.what-moved"/>&#32;<t:status mark="${drift.mark()}"/></h2>
<div class="card">
<div class="scroll" tabindex="0" role="region" aria-label="<fmt:message key="drift.inputs-live-beside-training"/>">
<table class="drift"><caption class="hidden"><fmt:message key="drift.inputs-live-beside-training"/></caption><thead><tr><th scope="col"><fmt:message key="drift.input"/></th><th scope="col"><c:out value="${drift.heads().state()}"/></th><th scope="col" class="n"><c:out value="${drift.heads().meanReference()}"/></th><th scope="col" class="n"><c:out value="${drift.heads().meanLive()}"/></th><th scope="col" class="n"><c:out value="${drift.heads().sdReference()}"/></th><th scope="col" class="n"><c:out value="${drift.heads().sdLive()}"/></th><th scope="col" class="n"><c:out value="${drift.heads().shift()}"/></th><th scope="col" class="n"><c:out value="${drift.heads().psi()}"/></th><th scope="col"><c:out value="${drift.heads().histogram()}"/></th><th scope="col" class="n"><c:out value="${drift.heads().importance()}"/></th></tr></thead><tbody>
<c:forEach var="row" items="${drift.rows()}"><t:drift-row row="${row}" heads="${drift.heads()}" href="${alone ? '' : here.concat('?window=').concat(view.window()).concat('&feature=').concat(row.key()).concat('#feature')}"/></c:forEach>
</tbody></table></div>
<c:if test="${drift.hidden() gt 0}"><p><a href="${fn:escapeXml(here)}?window=${fn:escapeXml(view.window())}&amp;all=true#drift"><t:say key="drift.show-more-inputs" a="${drift.hidden()}"/></a></p></c:if>
<p class="why"><fmt:message key="drift.live-figures-are-those"/></p>
</div>
<c:if test="${drift.detail().isPresent()}"><c:set var="detail" value="${drift.detail().get()}"/>
<section class="card" id="feature" aria-labelledby="feature-title">
<h3 id="feature-title"><c:out value="${detail.row().label()}"/> <t:status mark="${detail.row().mark()}"/></h3>
<p><c:if test="${not empty detail.row().plain()}"><b><c:out value="${detail.row().plain()}"/></b>&#32;</c:if><c:out value="${detail.row().reason()}"/></p>
<div class="two"><div><t:distribution of="${detail.row().histogram()}" label="${lang.say('drift.live-rows-over-training', detail.row().label())}"/></div><t:facts facts="${detail.facts()}"/></div>
<div class="two"><c:forEach var="chart" items="${detail.charts()}"><t:chart of="${chart}"/></c:forEach></div>
<p><a href="${fn:escapeXml(here)}?window=${fn:escapeXml(view.window())}#drift"><fmt:message key="drift.close"/></a></p>
</section>
</c:if>
<div class="card"><h3><fmt:message key="drift.together-and-the-answers"/></h3>
<p><t:status mark="${drift.joint()}"/>&#32;<t:say key="drift.inputs-together" a="${drift.jointReason()}"/></p>
<p><t:status mark="${drift.domain()}"/>&#32;<t:say key="drift.trees" a="${drift.domainReason()}"/></p>
<ul class="lines"><c:forEach var="row" items="${drift.answers()}"><li><t:status mark="${row.mark()}"/> <b><c:choose><c:when test="${alone}"><c:out value="${row.label()}"/></c:when><c:otherwise><a href="${fn:escapeXml(here)}?window=${fn:escapeXml(view.window())}&amp;feature=${fn:escapeXml(row.key())}#feature"><c:out value="${row.label()}"/></a></c:otherwise></c:choose></b> <span class="unit"><c:if test="${not empty row.plain()}"><b><c:out value="${row.plain()}"/></b>&#32;</c:if><c:out value="${row.reason()}"/></span><t:histogram of="${row.histogram()}" label="${lang.say('drift.live-rows-over-training', row.label())}" kind="small"/></li></c:forEach></ul>
<p class="why"><fmt:message key="drift.inputs-can-each-look"/></p></div>
</section>
