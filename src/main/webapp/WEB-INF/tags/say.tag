<%@ tag description="A text with values: a to d, escaped here, for its {0} to {3}; pieces of markup, x and y, for its {4} and {5}." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="key" required="true" description="in the texts" %>
<%@ attribute name="a" %><%@ attribute name="b" %><%@ attribute name="c" %><%@ attribute name="d" %>
<%@ attribute name="x" fragment="true" %><%@ attribute name="y" fragment="true" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<jsp:invoke fragment="x" var="first"/><jsp:invoke fragment="y" var="second"/><fmt:message key="${key}"><fmt:param value="${fn:escapeXml(a)}"/><fmt:param value="${fn:escapeXml(b)}"/><fmt:param value="${fn:escapeXml(c)}"/><fmt:param value="${fn:escapeXml(d)}"/><fmt:param value="${first}"/><fmt:param value="${second}"/></fmt:message>