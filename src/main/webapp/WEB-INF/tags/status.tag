<%@ tag description="A status as a word; its colour only repeats it." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="mark" required="true" type="dev.perennial.web.pages.Mark" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<span class="status <c:out value="${mark.kind()}"/>"><fmt:message key="${mark.word()}"/></span>
