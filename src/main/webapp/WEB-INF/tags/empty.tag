<%@ tag description="What stands where there is nothing to show yet, and what will change that." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="title" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<div class="empty"><p><b><c:out value="${title}"/></b></p><jsp:doBody/></div>
