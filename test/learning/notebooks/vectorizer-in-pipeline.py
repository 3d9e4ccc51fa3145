# expected: clean
# found: clean
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.pipeline import Pipeline
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB
from sklearn.metrics import classification_report

mails = pd.read_csv('mails.csv')
train_text, test_text, train_y, test_y = train_test_split(mails['text'], mails['label'], test_size=0.3)
pipeline = Pipeline([('bow', CountVectorizer()), ('tfidf', TfidfTransformer()), ('clf', MultinomialNB())])
pipeline.fit(train_text, train_y)
predictions = pipeline.predict(test_text)
print(classification_report(test_y, predictions))
