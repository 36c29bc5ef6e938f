<%@ tag description="Facts of two versions side by side." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="lines" required="true" type="java.util.List" %>
<%@ attribute name="first" required="true" description="a version's number" %>
<%@ attribute name="second" required="true" description="the other's" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<table class="stack"><thead><tr><th scope="col"><span class="hidden"><fmt:message key="pair.what"/></span></th><th scope="col"><t:say key="pair.version" a="${first}"/></th><th scope="col"><t:say key="pair.version" a="${second}"/></th></tr></thead>
<tbody><c:forEach var="line" items="${lines}"><tr><th scope="row"><c:out value="${line.name()}"/></th><c:choose><c:when test="${empty line.times()}"><td data-label="<t:say key="pair.version" a="${first}"/>"><c:out value="${line.first()}"/></td><td data-label="<t:say key="pair.version" a="${second}"/>"><c:out value="${line.second()}"/></td></c:when><c:otherwise><td data-label="<t:say key="pair.version" a="${first}"/>"><t:moment moment="${line.times()[0]}"/></td><td data-label="<t:say key="pair.version" a="${second}"/>"><t:moment moment="${line.times()[1]}"/></td></c:otherwise></c:choose></tr></c:forEach></tbody></table>
