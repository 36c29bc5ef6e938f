<%@ tag description="Facts of two versions side by side." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="lines" required="true" type="java.util.List" %>
<%@ attribute name="first" required="true" description="a version's number" %>
<%@ attribute name="second" required="true" description="the other's" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<table class="stack"><thead><tr><th scope="col"><span class="hidden">What</span></th><th scope="col">Version <c:out value="${first}"/></th><th scope="col">Version <c:out value="${second}"/></th></tr></thead>
<tbody><c:forEach var="line" items="${lines}"><tr><th scope="row"><c:out value="${line.name()}"/></th><td data-label="Version ${fn:escapeXml(first)}"><c:out value="${line.first()}"/></td><td data-label="Version ${fn:escapeXml(second)}"><c:out value="${line.second()}"/></td></tr></c:forEach></tbody></table>
