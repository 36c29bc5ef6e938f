<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:url var="here" value="/admin/models"><c:if test="${not empty requestScope.exchange.csrf()}"><c:param name="csrf" value="${requestScope.exchange.csrf()}"/></c:if></c:url>
<t:page title="${lang.say('bring.new-model')}" wrong="${not empty view.problem()}" here="admin">
<t:admin here="models"/>
<h1><fmt:message key="bring.a-new-model-from"/></h1>
<p><fmt:message key="bring.choose-a-file-in"/></p>
<c:if test="${not empty view.problem()}"><t:notice kind="bad" title="${lang.say('bring.this-file-was-not')}"><p><c:out value="${view.problem()}"/></p></t:notice></c:if>
<form class="card" method="post" enctype="multipart/form-data" action="${fn:escapeXml(here)}">
<div class="field"><label for="table"><fmt:message key="bring.file"/></label><input id="table" name="table" type="file" accept=".csv,.tsv,.txt,.arff,text/csv" aria-describedby="table-hint" required><p class="hint" id="table-hint"><t:say key="bring.in-utf-8-at" a="${view.most()}"/></p></div>
<p class="act"><button type="submit"><fmt:message key="bring.look-at-it"/></button></p>
</form>
<c:if test="${not empty view.drafts()}">
<section class="card"><h2><fmt:message key="bring.on-their-way"/></h2>
<table class="stack"><thead><tr><th scope="col"><fmt:message key="bring.file"/></th><th scope="col"><fmt:message key="bring.model"/></th><th scope="col"><fmt:message key="bring.state"/></th></tr></thead>
<tbody><c:forEach var="line" items="${view.drafts()}"><tr>
<th scope="row"><a href="<c:url value="/admin/models/${line.id()}"/>"><c:out value="${empty line.file() ? lang.say('bring.a-table') : line.file()}"/></a></th>
<td data-label="<fmt:message key="bring.model"/>"><c:out value="${line.model()}"/></td>
<td data-label="<fmt:message key="bring.state"/>"><c:out value="${line.state()}"/></td>
</tr></c:forEach></tbody></table>
<p class="hint"><fmt:message key="bring.they-are-gone-when"/></p>
</section>
</c:if>
</t:page>
