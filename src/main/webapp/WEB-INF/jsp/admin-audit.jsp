<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('admin-audit.audit')}" here="admin">
<t:admin here="audit"/>
<h1><fmt:message key="admin-audit.who-did-what"/></h1>
<section class="card">
<c:choose><c:when test="${empty view.rows()}"><p><c:choose><c:when test="${view.first()}"><fmt:message key="admin-audit.nothing"/></c:when><c:otherwise><fmt:message key="admin-audit.nothing-older-than-that"/></c:otherwise></c:choose></p></c:when><c:otherwise><t:audit rows="${view.rows()}"/></c:otherwise></c:choose>
</section>
<p class="act"><c:if test="${not view.first()}"><a class="button plain" href="<c:url value="/admin/audit"/>"><fmt:message key="admin-audit.newest"/></a></c:if><c:if test="${not empty view.older()}"><a class="button plain" href="<c:url value="/admin/audit"><c:param name="before" value="${view.older()}"/></c:url>"><fmt:message key="admin-audit.older"/></a></c:if></p>
</t:page>
