<%@ tag description="What is done for a model without anybody asking." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="view" required="true" type="dev.perennial.web.pages.UpkeepView" %>
<%@ attribute name="model" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<section id="upkeep" class="part" aria-label="<fmt:message key="upkeep.upkeep"/>">
<p><c:choose><c:when test="${view.measured().isPresent()}"><c:set var="measured" value="${view.measured().get()}"/><c:choose><c:when test="${measured.better()}"><strong><c:out value="${view.benefit()}"/></strong></c:when><c:otherwise><c:out value="${view.benefit()}"/></c:otherwise></c:choose>&#32;<span class="unit"><t:say key="upkeep.on-the-newest-labelled" a="${measured.rows()}"><jsp:attribute name="x"><t:moment moment="${measured.at()}"/></jsp:attribute></t:say><c:choose><c:when test="${not measured.answers()}">&#32;<t:say key="upkeep.answers-no-more" a="${measured.version()}"/></c:when><c:when test="${measured.doubtful()}">&#32;<fmt:message key="upkeep.does-not-know"/></c:when></c:choose></span></c:when><c:otherwise><span class="unit"><c:out value="${view.benefit()}"/></span></c:otherwise></c:choose></p>
<c:if test="${view.shadow().isPresent()}"><c:set var="shadow" value="${view.shadow().get()}"/>
<div class="card"><h2><t:say key="upkeep.version-in-the-shadow" a="${shadow.version()}" b="${shadow.champion()}"/></h2>
<p class="unit"><t:say key="upkeep.became-the-challenger-it"><jsp:attribute name="x"><t:moment moment="${shadow.since()}"/></jsp:attribute></t:say></p>
<c:if test="${not empty shadow.trouble()}"><p class="notice warn"><c:out value="${shadow.trouble()}"/></p></c:if>
<c:if test="${not empty shadow.gain()}"><p><strong><c:out value="${shadow.gain()}"/></strong></p></c:if>
<t:facts facts="${shadow.facts()}"/>
<c:if test="${not empty shadow.rules()}"><details><summary><fmt:message key="upkeep.what-the-gate-says"/></summary><ul><c:forEach var="rule" items="${shadow.rules()}"><li><c:out value="${rule}"/></li></c:forEach></ul></details></c:if>
<c:if test="${requestScope.exchange.administers()}"><form method="post" action="<c:url value="/models/${model}/promote"/>"><t:csrf/><input type="hidden" name="version" value="${fn:escapeXml(shadow.version())}">
<div class="fields one"><div class="field"><label for="shadow-why"><t:say key="upkeep.why-version-is-to" a="${shadow.version()}"/></label><input id="shadow-why" name="reason" type="text" maxlength="500" required></div></div>
<p class="act"><button type="submit"><t:say key="upkeep.let-version-answer" a="${shadow.version()}"/></button></p></form><t:withdraw model="${model}" version="${shadow.version()}"/></c:if>
</div></c:if>
<c:choose><c:when test="${view.on() eq 0}"><p class="why"><fmt:message key="upkeep.nothing-retrains-this-model"/></p></c:when><c:otherwise>
<div class="card"><h2><fmt:message key="upkeep.policies"/></h2>
<p class="unit"><fmt:message key="upkeep.a-policy-retrains-without"/></p>
<table class="stack"><thead><tr><th scope="col"><fmt:message key="upkeep.policy"/></th><th scope="col"><fmt:message key="upkeep.state"/></th><th scope="col"><fmt:message key="upkeep.what-it-waits-for"/></th><th scope="col"><fmt:message key="upkeep.not-before"/></th></tr></thead>
<tbody><c:forEach var="policy" items="${view.policies()}"><tr><th scope="row"><c:out value="${policy.name()}"/></th><td data-label="<fmt:message key="upkeep.state"/>"><t:status mark="${policy.mark()}"/></td><td data-label="<fmt:message key="upkeep.what-it-waits-for"/>"><c:choose><c:when test="${empty policy.sentence()}"><t:say key="upkeep.switches-it-on" a="${policy.setting()}"/></c:when><c:otherwise><c:out value="${policy.sentence()}"/></c:otherwise></c:choose></td><td data-label="<fmt:message key="upkeep.not-before"/>"><c:if test="${policy.next().isPresent()}"><t:moment moment="${policy.next().get()}"/></c:if></td></tr></c:forEach></tbody></table>
</div></c:otherwise></c:choose>
</section>
