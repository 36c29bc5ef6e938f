<%@ tag description="The way around in the administration." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="here" required="true" description="the entry for this page" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<nav class="tabs" aria-label="Administration"><a href="<c:url value="/admin"/>"<c:if test="${here eq 'overview'}"> aria-current="page"</c:if>>Overview</a><a href="<c:url value="/admin/accounts"/>"<c:if test="${here eq 'accounts'}"> aria-current="page"</c:if>>Accounts</a><a href="<c:url value="/admin/tokens"/>"<c:if test="${here eq 'tokens'}"> aria-current="page"</c:if>>Tokens</a><a href="<c:url value="/admin/audit"/>"<c:if test="${here eq 'audit'}"> aria-current="page"</c:if>>Audit</a></nav>
