<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Audit" here="admin">
<t:admin here="audit"/>
<h1>Who did what</h1>
<section class="card">
<c:choose><c:when test="${empty view.rows()}"><p>Nothing<c:if test="${not view.first()}"> older than that</c:if>.</p></c:when><c:otherwise><t:audit rows="${view.rows()}"/></c:otherwise></c:choose>
</section>
<p class="act"><c:if test="${not view.first()}"><a class="button plain" href="<c:url value="/admin/audit"/>">Newest</a></c:if><c:if test="${not empty view.older()}"><a class="button plain" href="<c:url value="/admin/audit"><c:param name="before" value="${view.older()}"/></c:url>">Older</a></c:if></p>
</t:page>
