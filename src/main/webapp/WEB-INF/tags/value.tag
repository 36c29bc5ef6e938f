<%@ tag description="The value of a fact: a figure, a time, or a span of time with both its ends." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="fact" required="true" type="dev.perennial.web.pages.Fact" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:choose><c:when test="${empty fact.times()}"><c:out value="${fact.value()}"/></c:when><c:otherwise><c:forEach var="time" items="${fact.times()}" varStatus="end"><c:if test="${not end.first}"> – </c:if><t:moment moment="${time}" exact="${fn:length(fact.times()) gt 1}"/></c:forEach></c:otherwise></c:choose>
