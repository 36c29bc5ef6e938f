<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('monitors.monitor')}" here="monitor" wide="true" live="true">
<h1><fmt:message key="monitors.monitor"/></h1>
<div id="service"><c:forEach var="alarm" items="${view.alarms()}"><t:alarm alarm="${alarm}" path="/monitor" acts="${false}"/></c:forEach></div>
<t:welcome/>
<section id="models" class="part" aria-label="<fmt:message key="monitors.models"/>">
<c:choose>
<c:when test="${not view.known()}"><div class="card"><t:empty title="${lang.say('monitors.the-models-cannot-be')}"><p><fmt:message key="monitors.their-figures-and-alarms"/></p></t:empty></div></c:when>
<c:when test="${empty view.models()}"><div class="card"><t:empty title="${lang.say('monitors.no-model-is-watched')}"><p><fmt:message key="monitors.a-model-is-watched"/></p></t:empty></div></c:when>
<c:otherwise><ul class="models"><c:forEach var="line" items="${view.models()}"><li class="card">
<p class="name"><a href="<c:url value="${line.path()}"/>"><c:out value="${line.model()}"/></a> <span class="unit"><t:say key="monitors.version" a="${line.version()}"/></span></p>
<p><t:status mark="${line.diagnosis()}"/></p>
<p class="sentence"><c:out value="${line.sentence()}"/>. <b><c:out value="${line.action()}"/></b></p>
<p class="why n"><t:say key="monitors.predictions-last" a="${line.rows()}" b="${view.window()}"/><c:if test="${line.alarms() gt 0}"><br><a href="<c:url value="${line.path()}"/>#alarms"><c:choose><c:when test="${line.alarms() eq 1}"><fmt:message key="monitors.1-open-alarm"/></c:when><c:otherwise><t:say key="monitors.open-alarms" a="${line.alarms()}"/></c:otherwise></c:choose></a></c:if></p>
</li></c:forEach></ul></c:otherwise>
</c:choose>
</section>
<c:if test="${requestScope.welcome.possible() and not requestScope.welcome.fresh()}"><p class="why"><a href="<c:url value="/demo"/>"><c:out value="${requestScope.welcome.state() eq 'NONE' ? lang.say('monitors.see-the-three-minute') : lang.say('monitors.the-guided-demo')}"/></a></p></c:if>
</t:page>
