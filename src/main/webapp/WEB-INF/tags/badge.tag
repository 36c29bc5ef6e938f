<%@ tag description="A model and the version of it that is meant." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="model" required="true" %>
<%@ attribute name="version" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<span class="badge"><c:out value="${model}"/> version <c:out value="${version}"/></span>
