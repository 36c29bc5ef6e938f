<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Versions of ${view.title()}" wide="true">
<p class="where"><span class="badge"><c:out value="${view.model()}"/></span></p>
<h1>Versions of <c:out value="${view.title()}"/></h1>
<t:retrain model="${view.model()}" wanted="${false}" here="${true}"/>
<c:if test="${requestScope.exchange.administers()}"><p class="act"><a class="button second" href="<c:url value="/models/${view.model()}/export"/>">Export and erase predictions</a></p></c:if>
<t:loop of="${view.loop()}"/>
<c:if test="${fn:length(view.lines()) gt 1}"><t:compare model="${view.model()}" versions="${view.numbers()}" first="${view.lines()[1].version()}" second="${view.lines()[0].version()}"/></c:if>
<section class="card"><h2>The line, newest first</h2>
<table class="stack">
<thead><tr><th scope="col">Version</th><th scope="col">Gate</th><th scope="col">Learned by</th><th scope="col">Trained</th><th scope="col">From rows</th><c:forEach var="figure" items="${view.figures()}"><th scope="col"><c:out value="${figure}"/></th></c:forEach><th scope="col">Why</th></tr></thead>
<tbody><c:forEach var="line" items="${view.lines()}"><tr>
<th scope="row"><c:out value="${line.version()}"/><c:if test="${not empty line.alias()}">&#32;<span class="badge"><c:out value="${line.alias()}"/></span></c:if><c:if test="${requestScope.exchange.administers()}">&#32;<a href="<c:url value="/api/v1/models/${view.model()}/versions/${line.version()}/export"/>" aria-label="Version ${fn:escapeXml(line.version())} as a zip">zip</a></c:if></th>
<td data-label="Gate"><c:out value="${line.gate()}"/></td><td data-label="Learned by"><c:out value="${line.algorithm()}"/></td><td data-label="Trained"><t:moment moment="${line.trained()}"/></td><td data-label="From rows"><c:out value="${line.rows()}"/></td><c:forEach var="figure" items="${line.figures()}" varStatus="at"><td data-label="${fn:escapeXml(view.figures()[at.index])}"><c:out value="${figure}"/></td></c:forEach><td><c:out value="${line.why()}"/></td>
</tr></c:forEach></tbody>
</table>
<p class="unit">The figures are from rows that the version was not trained on; two versions are compared on the same rows by the gate, and its sentences stand below.</p>
</section>
<c:forEach var="line" items="${view.lines()}"><c:if test="${not empty line.rules() or (requestScope.exchange.administers() and line.alias() ne 'champion')}">
<section class="card"><h2>Version <c:out value="${line.version()}"/><c:if test="${not empty line.gate()}">: <c:out value="${line.gate()}"/></c:if></h2>
<c:if test="${not empty line.rules()}"><ul><c:forEach var="rule" items="${line.rules()}"><li><c:out value="${rule}"/></li></c:forEach></ul></c:if>
<c:if test="${requestScope.exchange.administers() and line.alias() ne 'champion'}">
<form method="post" action="<c:url value="/models/${view.model()}/promote"/>"><t:csrf/><input type="hidden" name="version" value="${fn:escapeXml(line.version())}">
<div class="fields one"><div class="field"><label for="why${fn:escapeXml(line.version())}">Why version <c:out value="${line.version()}"/> is to answer</label><input id="why${fn:escapeXml(line.version())}" name="reason" type="text" maxlength="500" required></div></div>
<p class="act"><button type="submit">Let version <c:out value="${line.version()}"/> answer</button></p></form>
</c:if>
</section>
</c:if></c:forEach>
<section class="card"><h2>History</h2>
<ul><c:forEach var="change" items="${view.history()}"><li><t:moment moment="${change.at()}"/>: <c:out value="${change.what()}"/>. By <c:out value="${change.by()}"/>: <c:out value="${change.reason()}"/></li></c:forEach></ul>
<c:if test="${requestScope.exchange.administers() and view.back()}">
<form method="post" action="<c:url value="/models/${view.model()}/roll-back"/>"><t:csrf/><p class="act"><button type="submit">Roll back to the champion before</button></p></form>
</c:if>
</section>
</t:page>
