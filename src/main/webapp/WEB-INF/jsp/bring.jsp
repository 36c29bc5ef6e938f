<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:url var="here" value="/admin/models"><c:if test="${not empty requestScope.exchange.csrf()}"><c:param name="csrf" value="${requestScope.exchange.csrf()}"/></c:if></c:url>
<t:page title="${empty view.problem() ? 'New model' : 'Error: New model'}" here="admin">
<t:admin here="models"/>
<h1>A new model from a table</h1>
<p>Choose a file in CSV or ARFF with one row for each case, and a column that holds what is to be predicted. What its columns are is shown next, and can be corrected; nothing answers before you say so.</p>
<c:if test="${not empty view.problem()}"><t:notice kind="bad" title="This file was not taken"><p><c:out value="${view.problem()}"/></p></t:notice></c:if>
<form class="card" method="post" enctype="multipart/form-data" action="${fn:escapeXml(here)}">
<div class="field"><label for="table">File</label><input id="table" name="table" type="file" accept=".csv,.tsv,.txt,.arff,text/csv" aria-describedby="table-hint" required><p class="hint" id="table-hint">In UTF-8, at most <c:out value="${view.most()}"/>. The first line of a CSV names the columns.</p></div>
<p class="act"><button type="submit">Look at it</button></p>
</form>
<c:if test="${not empty view.drafts()}">
<section class="card"><h2>On their way</h2>
<table class="stack"><thead><tr><th scope="col">File</th><th scope="col">Model</th><th scope="col">State</th></tr></thead>
<tbody><c:forEach var="line" items="${view.drafts()}"><tr>
<th scope="row"><a href="<c:url value="/admin/models/${line.id()}"/>"><c:out value="${empty line.file() ? 'a table' : line.file()}"/></a></th>
<td data-label="Model"><c:out value="${line.model()}"/></td>
<td data-label="State"><c:out value="${line.state()}"/></td>
</tr></c:forEach></tbody></table>
<p class="hint">They are gone when the server stops, or when newer ones crowd them out.</p>
</section>
</c:if>
</t:page>
