<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:url var="here" value="${view.path()}"/>
<t:page title="${lang.say(view.diagnosis().word())}: ${view.model()}" here="monitor" wide="true" live="true">
<div class="where" id="where"><a href="<c:url value="/monitor"/>">Monitor</a> / <c:out value="${view.model()}"/> · version <c:out value="${view.version()}"/>, first watched <t:moment moment="${view.since()}"/> · <c:out value="${view.rows()}"/> predictions in this window · seen <t:moment moment="${view.at()}"/></div>
<div class="head"><h1><c:out value="${view.model()}"/></h1>
<nav class="windows" aria-label="Window"><c:forEach var="window" items="${view.windows()}"><a href="${fn:escapeXml(here)}?window=${fn:escapeXml(window.key())}"<c:if test="${window.here()}"> aria-current="true"</c:if>><c:out value="${window.name()}"/></a></c:forEach></nav></div>
<c:if test="${not empty requestScope.demoRows}"><p class="why" id="made-up">Includes <c:out value="${requestScope.demoRows}"/> demo rows, of made-up flowers. <a href="<c:url value="/demo"/>">The guided demo: what happens now, and its removal</a></p></c:if>
<t:diagnosis view="${view}"/>
<t:retrain model="${view.model()}" wanted="${view.retrain()}"/>
<t:upkeep model="${view.model()}" view="${view.upkeep()}"/>
<c:if test="${view.openAlarms() gt 0}"><p><a href="#alarms"><c:out value="${view.openAlarms()}"/> open <c:out value="${view.openAlarms() eq 1 ? 'alarm' : 'alarms'}"/></a></p></c:if>
<t:drift view="${view}"/>
<t:performance view="${view}"/>
<t:health health="${view.health()}"/>
<t:alarms view="${view}"/>
<p class="why" id="files">Take it with you: <a href="${fn:escapeXml(here)}/report.html?window=${fn:escapeXml(view.window())}">report as one HTML file</a> · <a href="${fn:escapeXml(here)}/report.json?window=${fn:escapeXml(view.window())}">as JSON</a></p>
</t:page>
