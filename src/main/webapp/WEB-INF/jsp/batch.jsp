<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:set var="title" value="${view.title()}: many rows at once"/>
<c:url var="here" value="/models/${view.model()}/batch"><c:if test="${not empty requestScope.exchange.csrf()}"><c:param name="csrf" value="${requestScope.exchange.csrf()}"/></c:if></c:url>
<c:url var="api" value="/api/v1/models/${view.model()}/predict"/>
<t:page title="${empty view.problem() ? title : 'Error: '.concat(title)}" here="predict">
<p class="where"><t:badge model="${view.model()}" version="${view.version()}"/></p>
<h1>Many rows at once</h1>
<p>Choose a file in CSV or ARFF, with one row for each prediction. The answers come back as CSV, in the same order.</p>
<c:if test="${not empty view.problem()}">
<t:notice kind="bad" title="This file was not taken"><p><c:out value="${view.problem()}"/></p>
<c:if test="${not empty view.faults()}"><ul><c:forEach var="fault" items="${view.faults()}"><li><c:out value="${fault}"/></li></c:forEach></ul></c:if></t:notice>
</c:if>
<form class="card" id="batch" method="post" enctype="multipart/form-data" action="${fn:escapeXml(here)}" data-api="${fn:escapeXml(api)}" data-csrf="${fn:escapeXml(requestScope.exchange.csrf())}" data-name="${fn:escapeXml(view.model())}-answers.csv">
<p class="field"><label for="table">File</label> <input id="table" name="table" type="file" accept=".csv,.tsv,.txt,.arff,text/csv" required></p>
<p class="act"><button type="submit">Predict all rows</button> <button type="button" id="batch-stop" class="second" hidden>Stop</button></p>
<div id="batch-progress" hidden><label for="batch-sent">Sent and read</label> <progress id="batch-sent" max="1" value="0"></progress> <span id="batch-share"></span></div>
<p id="batch-told" role="status"></p>
</form>
<section class="card" aria-labelledby="shape"><h2 id="shape">What the file looks like</h2>
<p>The first line names the columns, in any order; values are separated by commas, semicolons or tabs.</p>
<pre><c:out value="${view.example()}"/></pre>
<p>A column <code>id</code> is carried through to the answers. A column <code><c:out value="${view.target()}"/></code> is passed over. A row that is wrong gets its reason in the column <code>error</code>, and the others are answered.</p>
</section>
<script src="<c:url value="${requestScope.assets.at('/assets/batch.js')}"/>" defer></script>
</t:page>
