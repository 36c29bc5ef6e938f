<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('versions.versions-of', view.title())}" wide="true">
<p class="where"><span class="badge"><c:out value="${view.model()}"/></span></p>
<h1><t:say key="versions.versions-of" a="${view.title()}"/></h1>
<t:retrain model="${view.model()}" wanted="${false}" here="${true}"/>
<c:if test="${requestScope.exchange.administers()}"><p class="act"><a class="button second" href="<c:url value="/models/${view.model()}/export"/>"><fmt:message key="versions.export-and-erase-predictions"/></a></p></c:if>
<t:loop of="${view.loop()}"/>
<c:if test="${fn:length(view.lines()) gt 1}"><t:compare model="${view.model()}" versions="${view.numbers()}" first="${view.lines()[1].version()}" second="${view.lines()[0].version()}"/></c:if>
<section class="card"><h2><fmt:message key="versions.the-line-newest-first"/></h2>
<table class="stack">
<thead><tr><th scope="col"><fmt:message key="versions.version"/></th><th scope="col"><fmt:message key="versions.gate"/></th><th scope="col"><fmt:message key="versions.learned-by"/></th><th scope="col"><fmt:message key="versions.trained"/></th><th scope="col"><fmt:message key="versions.from-rows"/></th><th scope="col"><fmt:message key="versions.same-rows"/></th><c:forEach var="figure" items="${view.figures()}"><th scope="col"><t:say key="versions.own-rows" a="${figure}"/></th></c:forEach><th scope="col"><fmt:message key="versions.why"/></th></tr></thead>
<tbody><c:forEach var="line" items="${view.lines()}"><tr>
<th scope="row"><c:out value="${line.version()}"/><c:if test="${not empty line.alias()}">&#32;<span class="badge"><c:out value="${line.role()}"/></span></c:if><c:if test="${requestScope.exchange.administers()}">&#32;<a href="<c:url value="/api/v1/models/${view.model()}/versions/${line.version()}/export"/>" aria-label="<t:say key="versions.version-as-a-zip" a="${line.version()}"/>"><fmt:message key="versions.zip"/></a></c:if></th>
<td data-label="<fmt:message key="versions.gate"/>"><c:out value="${line.gate()}"/></td><td data-label="<fmt:message key="versions.learned-by"/>"><c:out value="${line.algorithm()}"/></td><td data-label="<fmt:message key="versions.trained"/>"><t:moment moment="${line.trained()}"/></td><td data-label="<fmt:message key="versions.from-rows"/>"><c:out value="${line.rows()}"/></td><td data-label="<fmt:message key="versions.same-rows"/>"><c:out value="${line.compared()}"/></td><c:forEach var="figure" items="${line.figures()}" varStatus="at"><td data-label="<t:say key="versions.own-rows" a="${view.figures()[at.index]}"/>"><c:out value="${figure}"/></td></c:forEach><td><c:out value="${line.why()}"/></td>
</tr></c:forEach></tbody>
</table>
<p class="unit"><fmt:message key="versions.the-figures-are-from"/></p>
</section>
<c:forEach var="line" items="${view.lines()}"><c:if test="${not empty line.rules() or (requestScope.exchange.administers() and line.alias() ne 'champion')}">
<section class="card"><h2><t:say key="versions.version-2" a="${line.version()}"/><c:if test="${not empty line.gate()}">: <c:out value="${line.gate()}"/></c:if></h2>
<c:if test="${not empty line.rules()}"><ul><c:forEach var="rule" items="${line.rules()}"><li><c:out value="${rule}"/></li></c:forEach></ul></c:if>
<c:if test="${requestScope.exchange.administers() and line.alias() ne 'champion'}">
<t:change model="${view.model()}" version="${line.version()}" shadow="${line.alias() ne 'challenger'}"/>
<c:if test="${line.alias() eq 'challenger'}"><t:withdraw model="${view.model()}" version="${line.version()}"/></c:if>
</c:if>
</section>
</c:if></c:forEach>
<section class="card"><h2><fmt:message key="versions.history"/></h2>
<ul><c:forEach var="change" items="${view.history()}"><li><t:say key="versions.by" a="${change.what()}" b="${change.by()}" c="${change.reason()}"><jsp:attribute name="x"><t:moment moment="${change.at()}"/></jsp:attribute></t:say></li></c:forEach></ul>
<c:if test="${requestScope.exchange.administers() and view.back().isPresent()}">
<form method="post" action="<c:url value="/models/${view.model()}/roll-back"/>"><t:csrf/><input type="hidden" name="answering" value="${fn:escapeXml(view.champion())}"><p class="act"><button type="submit"><t:say key="versions.roll-back" a="${view.back().get()}"/></button></p></form>
</c:if>
<c:if test="${requestScope.exchange.administers() and view.again().isPresent()}">
<form method="post" action="<c:url value="/models/${view.model()}/promote"/>"><t:csrf/><input type="hidden" name="version" value="${fn:escapeXml(view.again().get())}"><input type="hidden" name="reason" value="<fmt:message key="versions.again"/>"><p class="act"><button class="second" type="submit"><t:say key="versions.promote-again" a="${view.again().get()}"/></button></p></form>
</c:if>
</section>
</t:page>
