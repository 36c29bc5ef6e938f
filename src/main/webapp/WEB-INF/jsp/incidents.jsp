<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:url var="here" value="${view.path()}"/>
<t:page title="${lang.say('incidents.title', view.model())}" here="monitor" wide="true">
<p class="where"><a href="<c:url value="/monitor"/>"><fmt:message key="page.monitor"/></a> / <a href="${fn:escapeXml(here)}"><c:out value="${view.model()}"/></a> / <fmt:message key="incidents.here"/></p>
<h1><t:say key="incidents.of" a="${view.model()}"/></h1>
<p class="why"><fmt:message key="incidents.why"/></p>
<section class="part" aria-label="<fmt:message key="incidents.here"/>">
<c:if test="${empty view.incidents()}"><div class="card"><t:empty title="${view.newest() ? lang.say('incidents.none') : lang.say('incidents.no-older')}"><p><fmt:message key="incidents.when"/></p></t:empty></div></c:if>
<c:forEach var="incident" items="${view.incidents()}">
<article class="alarm <c:out value="${incident.state().kind()}"/>" id="${fn:escapeXml(incident.id())}">
<h2><t:status mark="${incident.state()}"/> <c:out value="${incident.name()}"/> <span class="unit"><c:out value="${incident.id()}"/></span></h2>
<p><c:out value="${incident.sentence()}"/></p>
<p class="why"><c:choose><c:when test="${incident.ended().isPresent()}"><t:say key="incidents.raised-over" a="${incident.lasted()}"><jsp:attribute name="x"><t:moment moment="${incident.began()}"/></jsp:attribute><jsp:attribute name="y"><t:moment moment="${incident.ended().get()}"/></jsp:attribute></t:say></c:when><c:otherwise><t:say key="incidents.raised-open"><jsp:attribute name="x"><t:moment moment="${incident.began()}"/></jsp:attribute></t:say></c:otherwise></c:choose></p>
<t:ways ways="${incident.ways()}" path="${view.path()}" window="all"/>
<ol class="steps"><c:forEach var="step" items="${incident.steps()}"><t:step step="${step}"/></c:forEach></ol>
<c:if test="${not empty incident.evidence()}"><details id="${fn:escapeXml(incident.id())}-evidence"><summary><fmt:message key="incidents.evidence"/></summary><t:facts facts="${incident.evidence()}"/></details></c:if>
</article>
</c:forEach>
</section>
<p class="act"><c:if test="${not view.newest()}"><a href="${fn:escapeXml(here)}/incidents"><fmt:message key="incidents.newest"/></a> </c:if><c:if test="${not empty view.older()}"><a href="${fn:escapeXml(here)}/incidents?before=${fn:escapeXml(view.older())}"><fmt:message key="incidents.older"/></a></c:if></p>
</t:page>
