<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:url var="here" value="${view.path()}"/>
<t:page title="${lang.say(view.diagnosis().word())}: ${view.model()}" here="monitor" wide="true" live="true">
<div class="where" id="where"><c:url var="toMonitor" value="/monitor"/><t:say key="monitor.monitor-version-first-watched" a="${toMonitor}" b="${view.model()}" c="${view.version()}" d="${view.rows()}"><jsp:attribute name="x"><t:moment moment="${view.since()}"/></jsp:attribute><jsp:attribute name="y"><t:moment moment="${view.at()}"/></jsp:attribute></t:say></div>
<div class="topline"><h1><c:out value="${view.model()}"/></h1>
<nav class="windows" aria-label="<fmt:message key="monitor.window"/>"><c:forEach var="window" items="${view.windows()}"><a href="${fn:escapeXml(here)}?window=${fn:escapeXml(window.key())}"<c:if test="${window.here()}"> aria-current="true"</c:if>><c:out value="${window.name()}"/></a></c:forEach></nav></div>
<c:if test="${not empty requestScope.demoRows}"><p class="why" id="made-up"><c:url var="toDemo" value="/demo"/><t:say key="monitor.includes-demo-rows-of" a="${requestScope.demoRows}" b="${toDemo}"/></p></c:if>
<t:diagnosis view="${view}"/>
<t:retrain model="${view.model()}" wanted="${view.retrain()}"/>
<t:upkeep model="${view.model()}" view="${view.upkeep()}"/>
<c:if test="${view.openAlarms() gt 0}"><p><a href="#alarms"><c:choose><c:when test="${view.openAlarms() eq 1}"><fmt:message key="monitor.1-open-alarm"/></c:when><c:otherwise><t:say key="monitor.open-alarms" a="${view.openAlarms()}"/></c:otherwise></c:choose></a></p></c:if>
<t:drift view="${view}"/>
<t:performance view="${view}"/>
<t:health health="${view.health()}"/>
<t:alarms view="${view}"/>
<t:loop of="${view.loop()}"/>
<p class="why" id="files"><fmt:message key="monitor.take-it-with-you"/> <a href="${fn:escapeXml(here)}/report.html?window=${fn:escapeXml(view.window())}"><fmt:message key="monitor.report-as-one-html"/></a> · <a href="${fn:escapeXml(here)}/report.json?window=${fn:escapeXml(view.window())}"><fmt:message key="monitor.as-json"/></a></p>
</t:page>
