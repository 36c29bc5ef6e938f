<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${view.title()}">
<p class="where"><span class="badge"><t:say key="error.error" a="${view.status()}"/></span></p>
<h1><c:out value="${view.title()}"/></h1>
<p class="say"><c:out value="${view.detail()}"/></p>
<c:if test="${not empty view.faults()}">
<ul>
<c:forEach items="${view.faults()}" var="fault">
<li><c:out value="${fault}"/></li>
</c:forEach>
</ul>
</c:if>
<p class="act"><a class="button" href="<c:url value="/"/>"><fmt:message key="error.go-to-the-form"/></a></p>
</t:page>
