<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('compare.version-and-version-of', view.first(), view.second(), view.title())}" wide="true">
<p class="where"><a href="<c:url value="/models/${view.model()}/versions"/>"><fmt:message key="compare.versions"/></a> / <c:out value="${view.model()}"/></p>
<h1><t:say key="compare.version-beside-version" a="${view.first()}" b="${view.second()}"/></h1>
<t:compare model="${view.model()}" versions="${view.versions()}" first="${view.first()}" second="${view.second()}"/>
<section class="card"><h2><fmt:message key="compare.on-the-same-rows"/></h2>
<p><c:out value="${view.sentence()}"/></p>
<c:if test="${not empty view.judged()}">
<table class="stack"><thead><tr><th scope="col"><fmt:message key="compare.figure"/></th><th scope="col"><t:say key="compare.version" a="${view.first()}"/></th><th scope="col"><t:say key="compare.version" a="${view.second()}"/></th><th scope="col"><fmt:message key="compare.difference"/></th><th scope="col"><t:say key="compare.version-is" a="${view.second()}"/></th></tr></thead>
<tbody><c:forEach var="line" items="${view.judged()}"><tr><th scope="row"><c:out value="${line.name()}"/></th><td data-label="<t:say key="compare.version" a="${view.first()}"/>"><c:out value="${line.first()}"/></td><td data-label="<t:say key="compare.version" a="${view.second()}"/>"><c:out value="${line.second()}"/></td><td data-label="<fmt:message key="compare.difference"/>"><c:out value="${line.difference()}"/></td><td><span class="status <c:out value="${line.kind()}"/>"><c:out value="${line.word()}"/></span></td></tr></c:forEach></tbody></table>
<p class="unit"><fmt:message key="compare.the-interval-is-of"/></p>
</c:if>
</section>
<section class="card"><h2><fmt:message key="compare.what-they-lean-on"/></h2>
<c:choose><c:when test="${empty view.leans()}"><p><fmt:message key="compare.not-measured-for-both"/></p></c:when><c:otherwise>
<table class="stack"><thead><tr><th scope="col"><fmt:message key="compare.input"/></th><th scope="col"><t:say key="compare.version" a="${view.first()}"/></th><th scope="col"><t:say key="compare.version" a="${view.second()}"/></th><th scope="col"><fmt:message key="compare.what-that-says"/></th></tr></thead>
<tbody><c:forEach var="line" items="${view.leans()}"><tr><th scope="row"><c:out value="${line.name()}"/></th><td data-label="<t:say key="compare.version" a="${view.first()}"/>"><c:out value="${line.first()}"/></td><td data-label="<t:say key="compare.version" a="${view.second()}"/>"><c:out value="${line.second()}"/></td><td><c:out value="${line.sentence()}"/></td></tr></c:forEach></tbody></table>
<p class="unit"><c:choose><c:when test="${view.classes()}"><fmt:message key="compare.lean-of-classes"/></c:when><c:otherwise><fmt:message key="compare.lean-of-numbers"/></c:otherwise></c:choose></p>
</c:otherwise></c:choose></section>
<section class="card"><h2><fmt:message key="compare.where-they-come-from"/></h2><t:pair lines="${view.origins()}" first="${view.first()}" second="${view.second()}"/></section>
<section class="card"><h2><fmt:message key="compare.on-the-rows-that"/></h2><t:pair lines="${view.figures()}" first="${view.first()}" second="${view.second()}"/>
<p class="unit"><fmt:message key="compare.these-are-not-the"/></p></section>
</t:page>
