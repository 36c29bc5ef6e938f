<%@ tag description="What to do next on a server that nobody has asked anything." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<c:set var="welcome" value="${requestScope.welcome}"/>
<c:if test="${not empty welcome and welcome.fresh()}"><section class="card" id="welcome"><h2>This server has not been asked anything yet</h2>
<p>It answers questions with a trained model, writes every answer down, and watches whether the model is still good. What to do next:</p>
<ol class="steps">
<li><a href="<c:url value="/"/>">Ask for a prediction</a> with the form, or <a href="<c:url value="/docs"/>">from a program</a>.</li>
<li>Say later what was true, so that it can be known how often the model is right.</li>
<li>Look at the <a href="<c:url value="/monitor"/>">monitor</a>: it compares what is asked with what the model learned from, and says in one sentence what to do. It needs 200 questions to say anything.</li>
</ol>
<c:if test="${welcome.possible()}"><p>Or watch all of it happen first, with made-up flowers that can be removed again:</p><p class="act"><a class="button" href="<c:url value="/demo"/>">See the three-minute demo</a></p></c:if>
</section></c:if>
