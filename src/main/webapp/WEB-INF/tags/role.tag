<%@ tag description="A choice between the roles." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="id" required="true" description="of the element" %>
<%@ attribute name="chosen" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<select id="${fn:escapeXml(id)}" name="role"><option value="reader"<c:if test="${chosen eq 'reader'}"> selected</c:if>><fmt:message key="role.reader"/></option><option value="administrator"<c:if test="${chosen eq 'administrator'}"> selected</c:if>><fmt:message key="role.administrator"/></option></select>
