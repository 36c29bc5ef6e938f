<%@ tag description="The choice of two versions to compare." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="model" required="true" %>
<%@ attribute name="versions" required="true" type="java.util.List" description="their numbers" %>
<%@ attribute name="first" required="true" description="chosen at the beginning" %>
<%@ attribute name="second" required="true" description="likewise" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<form class="pick" method="get" action="<c:url value="/models/${model}/compare"/>">
<label for="a"><fmt:message key="compare.compare-version"/></label><select id="a" name="a"><c:forEach var="version" items="${versions}"><option<c:if test="${version eq first}"> selected</c:if>><c:out value="${version}"/></option></c:forEach></select>
<label for="b"><fmt:message key="compare.with-version"/></label><select id="b" name="b"><c:forEach var="version" items="${versions}"><option<c:if test="${version eq second}"> selected</c:if>><c:out value="${version}"/></option></c:forEach></select>
<button class="second" type="submit"><fmt:message key="compare.compare"/></button>
</form>
