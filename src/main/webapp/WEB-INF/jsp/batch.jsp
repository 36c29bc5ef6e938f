<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:url var="here" value="/models/${view.model()}/batch"><c:if test="${not empty requestScope.exchange.csrf()}"><c:param name="csrf" value="${requestScope.exchange.csrf()}"/></c:if></c:url>
<c:url var="api" value="/api/v1/models/${view.model()}/predict"><c:param name="warnings" value="true"/></c:url>
<t:page title="${lang.say('batch.many-rows-at-once', view.title())}" wrong="${not empty view.problem()}" here="predict">
<p class="where"><t:badge model="${view.model()}" version="${view.version()}"/></p>
<h1><fmt:message key="batch.many-rows-at-once-2"/></h1>
<p><fmt:message key="batch.choose-a-file-in"/></p>
<c:if test="${not empty view.problem()}">
<t:notice kind="bad" title="${lang.say('batch.this-file-was-not')}"><p><c:out value="${view.problem()}"/></p>
<c:if test="${not empty view.faults()}"><ul><c:forEach var="fault" items="${view.faults()}"><li><c:out value="${fault}"/></li></c:forEach></ul></c:if></t:notice>
</c:if>
<form class="card" id="batch" method="post" enctype="multipart/form-data" action="${fn:escapeXml(here)}" data-api="${fn:escapeXml(api)}" data-csrf="${fn:escapeXml(requestScope.exchange.csrf())}" data-name="${fn:escapeXml(view.model())}-answers.csv" data-going="<fmt:message key="batch.going"/>" data-again="<fmt:message key="batch.again"/>" data-stopped="<fmt:message key="batch.stopped"/>" data-broken="<fmt:message key="batch.broken"/>" data-refused="<t:say key="batch.refused" a="{0}"/>">
<p class="field"><label for="table"><fmt:message key="batch.file"/></label> <input id="table" name="table" type="file" accept=".csv,.tsv,.txt,.arff,text/csv" required></p>
<p class="act"><button type="submit"><fmt:message key="batch.predict-all-rows"/></button> <button type="button" id="batch-stop" class="second" hidden><fmt:message key="batch.stop"/></button></p>
<div id="batch-progress" hidden><label for="batch-sent"><fmt:message key="batch.sent-and-read"/></label> <progress id="batch-sent" max="1" value="0"></progress> <span id="batch-share"></span></div>
<p id="batch-told" role="status"></p>
</form>
<section class="card" aria-labelledby="shape"><h2 id="shape"><fmt:message key="batch.what-the-file-looks"/></h2>
<p><fmt:message key="batch.the-first-line-names"/></p>
<pre><c:out value="${view.example()}"/></pre>
<p><t:say key="batch.a-column-id-is" a="${view.target()}"/></p>
</section>
<script src="<c:url value="${requestScope.assets.at('/assets/batch.js')}"/>" defer></script>
</t:page>
