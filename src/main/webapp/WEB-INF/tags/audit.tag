<%@ tag description="Lines of the audit." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="rows" required="true" type="java.util.List" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<table class="stack"><thead><tr><th scope="col"><fmt:message key="audit.when"/></th><th scope="col"><fmt:message key="audit.who"/></th><th scope="col"><fmt:message key="audit.what"/></th><th scope="col"><fmt:message key="audit.from"/></th><th scope="col"><fmt:message key="audit.about"/></th></tr></thead>
<tbody><c:forEach var="row" items="${rows}"><tr><td data-label="<fmt:message key="audit.when"/>"><t:moment moment="${row.at()}"/></td><td data-label="<fmt:message key="audit.who"/>"><c:out value="${row.actor()}"/></td><td data-label="<fmt:message key="audit.what"/>"><c:out value="${row.act()}"/></td><td data-label="<fmt:message key="audit.from"/>"><c:out value="${row.client()}"/></td><td data-label="<fmt:message key="audit.about"/>"><c:out value="${row.detail()}"/></td></tr></c:forEach></tbody></table>
