<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('models.models')}" here="models" wide="true">
<h1><fmt:message key="models.models"/></h1>
<c:if test="${not empty view.troubles()}">
<t:notice kind="warn" title="${lang.say('models.not-as-it-should')}">
<ul><c:forEach var="trouble" items="${view.troubles()}"><li><b><c:out value="${trouble.model()}"/></b>: <c:out value="${trouble.sentence()}"/></li></c:forEach></ul>
</t:notice>
</c:if>
<section class="card">
<c:choose>
<c:when test="${empty view.models()}"><t:empty title="${lang.say('models.no-model-answers-yet')}"><p><fmt:message key="models.put-a-folder-with"/></p></t:empty></c:when>
<c:otherwise>
<table class="stack">
<thead><tr><th scope="col"><fmt:message key="models.model"/></th><th scope="col"><fmt:message key="models.version"/></th><th scope="col"><fmt:message key="models.predicts"/></th><th scope="col"><fmt:message key="models.from"/></th><th scope="col"><fmt:message key="models.status"/></th><th scope="col"><fmt:message key="models.more"/></th></tr></thead>
<tbody><c:forEach var="line" items="${view.models()}"><tr>
<th scope="row"><a href="<c:url value="${line.path()}"/>"><c:out value="${line.title()}"/></a> <span class="badge"><c:out value="${line.model()}"/></span></th>
<td data-label="<fmt:message key="models.version"/>"><c:out value="${line.version()}"/></td>
<td data-label="<fmt:message key="models.predicts"/>"><span><c:out value="${line.target()}"/></span></td>
<td data-label="<fmt:message key="models.from"/>"><span><c:out value="${line.inputs()}"/></span></td>
<td><t:status mark="${line.mark()}"/><c:if test="${not empty line.sentence()}"> <span class="unit"><c:out value="${line.sentence()}"/></span></c:if></td>
<td class="links"><a href="<c:url value="${line.path()}/versions"/>"><fmt:message key="models.versions"/></a><c:if test="${view.monitored()}"> <a href="<c:url value="/monitor/${line.model()}"/>"><fmt:message key="models.monitor"/></a></c:if></td>
</tr></c:forEach></tbody>
</table>
</c:otherwise>
</c:choose>
</section>
<c:if test="${requestScope.exchange.administers()}"><p class="act"><a class="button" href="<c:url value="/admin/models"/>"><fmt:message key="models.new-model-from-a"/></a></p></c:if>
</t:page>
