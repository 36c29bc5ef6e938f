<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Models" here="models" wide="true">
<h1>Models</h1>
<c:if test="${not empty view.troubles()}">
<t:notice kind="warn" title="Not as it should be">
<ul><c:forEach var="trouble" items="${view.troubles()}"><li><b><c:out value="${trouble.model()}"/></b>: <c:out value="${trouble.sentence()}"/></li></c:forEach></ul>
</t:notice>
</c:if>
<section class="card">
<c:choose>
<c:when test="${empty view.models()}"><t:empty title="No model answers yet"><p>Put a folder with one ARFF file into <code>models/</code> of the home: it is trained and served within half a minute.</p></t:empty></c:when>
<c:otherwise>
<table class="stack">
<thead><tr><th scope="col">Model</th><th scope="col">Version</th><th scope="col">Predicts</th><th scope="col">From</th><th scope="col">Status</th><th scope="col">More</th></tr></thead>
<tbody><c:forEach var="line" items="${view.models()}"><tr>
<th scope="row"><a href="<c:url value="${line.path()}"/>"><c:out value="${line.title()}"/></a> <span class="badge"><c:out value="${line.model()}"/></span></th>
<td data-label="Version"><c:out value="${line.version()}"/></td>
<td data-label="Predicts"><span><c:out value="${line.target()}"/></span></td>
<td data-label="From"><span><c:out value="${line.inputs()}"/></span></td>
<td><t:status mark="${line.mark()}"/><c:if test="${not empty line.sentence()}"> <span class="unit"><c:out value="${line.sentence()}"/></span></c:if></td>
<td class="links"><a href="<c:url value="${line.path()}/versions"/>">Versions</a><c:if test="${view.monitored()}"> <a href="<c:url value="/monitor/${line.model()}"/>">Monitor</a></c:if></td>
</tr></c:forEach></tbody>
</table>
</c:otherwise>
</c:choose>
</section>
<c:if test="${requestScope.exchange.administers()}"><p class="act"><a class="button" href="<c:url value="/admin/models"/>">New model from a table</a></p></c:if>
</t:page>
