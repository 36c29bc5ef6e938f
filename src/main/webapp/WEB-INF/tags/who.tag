<%@ tag description="At the top right: who is signed in, and the way in or out." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="here" description="the navigation's entry for this page" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:choose>
<c:when test="${not empty requestScope.exchange.account()}">
<form class="who" method="post" action="<c:url value="/sign-out"/>"><t:csrf/><a href="<c:url value="/account"/>"<c:if test="${here eq 'account'}"> aria-current="page"</c:if>><c:out value="${requestScope.exchange.account()}"/></a><button type="submit"><fmt:message key="who.sign-out"/></button></form>
</c:when>
<c:when test="${here ne 'sign-in' and requestScope.exchange.isSettled()}">
<div class="who"><a href="<c:url value="${requestScope.exchange.signIn()}"/>"><fmt:message key="who.sign-in"/></a></div>
</c:when>
</c:choose>
