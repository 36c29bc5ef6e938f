<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<!DOCTYPE html>
<html lang="${fn:escapeXml(lang.tag())}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title><t:say key="report.perennial" a="${view.model()}"/></title>
<link rel="stylesheet" href="${fn:escapeXml(view.style())}">
</head>
<body>
<main id="content" class="wide">
<p class="where"><t:say key="report.perennials-report-on-version" a="${view.model()}" b="${view.version()}" c="${view.window()}" d="${view.rows()}"><jsp:attribute name="x"><t:moment moment="${view.since()}"/></jsp:attribute><jsp:attribute name="y"><t:moment moment="${view.at()}"/></jsp:attribute></t:say></p>
<h1><c:out value="${view.model()}"/></h1>
<t:diagnosis view="${view}"/>
<t:drift view="${view}"/>
<t:performance view="${view}"/>
<t:health health="${view.health()}"/>
<t:alarms view="${view}"/>
</main>
</body>
</html>
