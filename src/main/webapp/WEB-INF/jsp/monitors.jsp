<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Monitor" here="monitor" wide="true" live="true">
<h1>Monitor</h1>
<div id="service"><c:forEach var="alarm" items="${view.alarms()}"><t:alarm alarm="${alarm}" path="/monitor" acts="${false}"/></c:forEach></div>
<t:welcome/>
<section id="models" class="part" aria-label="Models">
<c:choose>
<c:when test="${not view.known()}"><div class="card"><t:empty title="The models cannot be looked at now"><p>Their figures and alarms are in the database, which does not answer. Predicting goes on; this page shows them again once it does.</p></t:empty></div></c:when>
<c:when test="${empty view.models()}"><div class="card"><t:empty title="No model is watched yet"><p>A model is watched from its first deployment on.</p></t:empty></div></c:when>
<c:otherwise><ul class="models"><c:forEach var="line" items="${view.models()}"><li class="card">
<p class="name"><a href="<c:url value="${line.path()}"/>"><c:out value="${line.model()}"/></a> <span class="unit">version <c:out value="${line.version()}"/></span></p>
<p><t:status mark="${line.diagnosis()}"/></p>
<p class="sentence"><c:out value="${line.sentence()}"/>. <b><c:out value="${line.action()}"/></b></p>
<p class="why n"><c:out value="${line.rows()}"/> predictions, last <c:out value="${view.window()}"/><c:if test="${line.alarms() gt 0}"><br><a href="<c:url value="${line.path()}"/>#alarms"><c:out value="${line.alarms()}"/> open <c:out value="${line.alarms() eq 1 ? 'alarm' : 'alarms'}"/></a></c:if></p>
</li></c:forEach></ul></c:otherwise>
</c:choose>
</section>
<c:if test="${requestScope.welcome.possible() and not requestScope.welcome.fresh()}"><p class="why"><a href="<c:url value="/demo"/>"><c:out value="${requestScope.welcome.state() eq 'NONE' ? 'See the three-minute demo' : 'The guided demo'}"/></a></p></c:if>
</t:page>
