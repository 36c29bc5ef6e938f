<%@ tag description="The frame of every page: head, navigation, content, foot." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" description="what the window is called" %>
<%@ attribute name="wrong" type="java.lang.Boolean" description="true where the title begins by saying that there is an error" %>
<%@ attribute name="here" description="the navigation's entry for this page" %>
<%@ attribute name="wide" type="java.lang.Boolean" description="true for pages of tables and charts" %>
<%@ attribute name="live" type="java.lang.Boolean" description="true for a page that keeps itself up to date" %>
<%@ attribute name="script" description="a script of the page's own, in the assets" %>
<%@ attribute name="refresh" description="seconds after which it is loaded again where no script runs" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<!DOCTYPE html>
<html lang="${fn:escapeXml(lang.tag())}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title><c:choose><c:when test="${wrong}"><t:say key="page.error-perennial" a="${title}"/></c:when><c:otherwise><t:say key="page.perennial" a="${title}"/></c:otherwise></c:choose></title>
<link rel="stylesheet" href="<c:url value="${requestScope.assets.at('/assets/perennial.css')}"/>">
<script src="<c:url value="${requestScope.assets.at('/assets/times.js')}"/>" defer></script>
<c:if test="${live}"><link rel="stylesheet" href="<c:url value="${requestScope.assets.at('/webjars/uplot/1.6.30/dist/uPlot.min.css')}"/>">
<script src="<c:url value="${requestScope.assets.at('/webjars/uplot/1.6.30/dist/uPlot.iife.min.js')}"/>" defer></script>
<script src="<c:url value="${requestScope.assets.at('/assets/charts.js')}"/>" defer></script>
<script src="<c:url value="${requestScope.assets.at('/assets/live.js')}"/>" defer></script></c:if>
<c:if test="${not empty script}"><script src="<c:url value="${requestScope.assets.at('/assets/'.concat(script))}"/>" defer></script></c:if>
<c:if test="${not empty refresh}"><noscript><meta http-equiv="refresh" content="${fn:escapeXml(refresh)}"></noscript></c:if>
<link rel="icon" type="image/svg+xml" href="<c:url value="${requestScope.assets.at('/assets/perennial.svg')}"/>">
</head>
<body>
<a class="skip" href="#content"><fmt:message key="page.skip-to-the-content"/></a>
<header class="top">
<a class="brand" href="<c:url value="/"/>"><svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 22V10"/><path d="M12 12C12 6 8 3 3 3c0 5 3 9 9 9Z"/><path d="M12 15c0-4 3-7 9-7 0 5-4 7-9 7Z"/></svg>Perennial</a>
<nav aria-label="<fmt:message key="page.main"/>"><a href="<c:url value="/"/>"<c:if test="${here eq 'predict'}"> aria-current="page"</c:if>><fmt:message key="page.predict"/></a><a href="<c:url value="/models"/>"<c:if test="${here eq 'models'}"> aria-current="page"</c:if>><fmt:message key="page.models"/></a><a href="<c:url value="/monitor"/>"<c:if test="${here eq 'monitor'}"> aria-current="page"</c:if>><fmt:message key="page.monitor"/></a><c:if test="${requestScope.exchange.administers() and not empty requestScope.exchange.account()}"><a href="<c:url value="/admin"/>"<c:if test="${here eq 'admin'}"> aria-current="page"</c:if>><fmt:message key="page.administration"/></a></c:if></nav>
<t:who here="${here}"/>
</header>
<main id="content"<c:if test="${wide}"> class="wide"</c:if><c:if test="${live}"> data-refused="<t:say key="page.could-not-be-brought-up-to-date" a="{0}"/>" data-silent="<fmt:message key="page.the-server-does-not-answer"/>"</c:if>>
<c:if test="${not empty requestScope.done}"><p class="notice good" role="status"><c:out value="${requestScope.done}"/></p></c:if>
<jsp:doBody/>
</main>
<footer class="foot"><p><c:url var="toDocs" value="/docs"/><c:url var="toModels" value="/api/v1/models"/><t:say key="page.for-programs-the-api" a="${toDocs}" b="${toModels}"/></p></footer>
</body>
</html>
