<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="API" here="docs" wide="true">
<h1>API</h1>
<p class="say">Every address, what it takes and what it answers, as the server is now. <a href="<c:url value="/openapi.json"/>">The same as OpenAPI 3.1</a>.</p>
<link rel="stylesheet" href="<c:url value="/webjars/swagger-ui/5.34.1/swagger-ui.css"/>">
<section id="api" data-document="<c:url value="/openapi.json"/>" data-csrf="${fn:escapeXml(requestScope.exchange.csrf())}"><p class="empty">With JavaScript each address can be tried out here. Without it, the document above says the same.</p></section>
<script src="<c:url value="/webjars/swagger-ui/5.34.1/swagger-ui-bundle.js"/>" defer></script>
<script src="<c:url value="${requestScope.assets.at('/assets/docs.js')}"/>" defer></script>
</t:page>
