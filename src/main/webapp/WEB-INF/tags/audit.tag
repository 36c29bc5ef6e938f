<%@ tag description="Lines of the audit." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="rows" required="true" type="java.util.List" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<table class="stack"><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">From</th><th scope="col">About</th></tr></thead>
<tbody><c:forEach var="row" items="${rows}"><tr><td data-label="When"><t:moment moment="${row.at()}"/></td><td data-label="Who"><c:out value="${row.actor()}"/></td><td data-label="What"><c:out value="${row.act()}"/></td><td data-label="From"><c:out value="${row.client()}"/></td><td data-label="About"><c:out value="${row.detail()}"/></td></tr></c:forEach></tbody></table>
