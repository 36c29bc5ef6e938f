<%@ tag description="A model and the version of it that is meant." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="model" required="true" %>
<%@ attribute name="version" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<span class="badge"><t:say key="badge.version" a="${model}" b="${version}"/></span>
