<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('docs.api')}" here="docs" wide="true">
<h1><fmt:message key="docs.api"/></h1>
<p class="say"><c:url var="toOpenapijson" value="/openapi.json"/><t:say key="docs.every-address-what-it" a="${toOpenapijson}"/></p>
<link rel="stylesheet" href="<c:url value="/webjars/swagger-ui/5.34.1/swagger-ui.css"/>">
<section id="api" data-document="<c:url value="/openapi.json"/>" data-body="${fn:escapeXml(lang.say('docs.body'))}" data-csrf="${fn:escapeXml(requestScope.exchange.csrf())}"><p class="empty"><fmt:message key="docs.with-javascript-each-address"/></p></section>
<script src="<c:url value="/webjars/swagger-ui/5.34.1/swagger-ui-bundle.js"/>" defer></script>
<script src="<c:url value="${requestScope.assets.at('/assets/docs.js')}"/>" defer></script>
</t:page>
