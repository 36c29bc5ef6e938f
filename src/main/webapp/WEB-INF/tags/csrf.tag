<%@ tag description="The hidden field that shows that a form is ours; in every form that posts." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<c:if test="${not empty requestScope.exchange.csrf()}"><input type="hidden" name="csrf" value="${fn:escapeXml(requestScope.exchange.csrf())}"></c:if>
