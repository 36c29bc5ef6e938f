<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:set var="title" value="${empty view.problems() ? view.title() : 'Error: '.concat(view.title())}"/>
<t:page title="${title}" here="predict">
<p class="where"><t:badge model="${view.model()}" version="${view.version()}"/></p>
<h1><c:out value="${view.title()}"/></h1>
<c:if test="${not empty view.problems()}">
<t:notice kind="bad" title="${fn:length(view.problems()) eq 1 ? 'One value needs another look' : 'Some values need another look'}">
<ul><c:forEach var="problem" items="${view.problems()}"><li><c:choose><c:when test="${empty problem.field()}"><c:out value="${problem.text()}"/></c:when><c:otherwise><a href="#${fn:escapeXml(problem.field())}"><c:out value="${problem.text()}"/></a></c:otherwise></c:choose></li></c:forEach></ul>
</t:notice>
</c:if>
<form class="card" method="post" action="<c:url value="/"/>" novalidate>
<t:csrf/>
<div class="fields"><c:forEach var="field" items="${view.fields()}"><t:field field="${field}"/></c:forEach></div>
<p class="act"><button type="submit">Predict <c:out value="${view.target()}"/></button></p>
</form>
</t:page>
