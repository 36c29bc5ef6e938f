<%@ tag description="The choice of two versions to compare." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="model" required="true" %>
<%@ attribute name="versions" required="true" type="java.util.List" description="their numbers" %>
<%@ attribute name="first" required="true" description="chosen at the beginning" %>
<%@ attribute name="second" required="true" description="likewise" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<form class="pick" method="get" action="<c:url value="/models/${model}/compare"/>">
<label for="a">Compare version</label><select id="a" name="a"><c:forEach var="version" items="${versions}"><option<c:if test="${version eq first}"> selected</c:if>><c:out value="${version}"/></option></c:forEach></select>
<label for="b">with version</label><select id="b" name="b"><c:forEach var="version" items="${versions}"><option<c:if test="${version eq second}"> selected</c:if>><c:out value="${version}"/></option></c:forEach></select>
<button class="second" type="submit">Compare</button>
</form>
