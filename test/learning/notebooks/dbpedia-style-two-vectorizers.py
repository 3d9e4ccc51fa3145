# expected: preprocessing, multi-test
# found: preprocessing 9:7, preprocessing 10:9, multi-test 18:24
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression, PassiveAggressiveClassifier
from sklearn.metrics import f1_score
news = pd.read_csv('news.csv')
bow = CountVectorizer(max_df=0.9, min_df=2).fit_transform(news['text'])
tfidf = TfidfVectorizer(max_df=0.9, min_df=2).fit_transform(news['text'])
xtrain_bow, xvalid_bow, ytrain, yvalid = train_test_split(bow, news['label'], random_state=42, test_size=0.3)
lreg = LogisticRegression()
lreg.fit(xtrain_bow, ytrain)
prediction = lreg.predict_proba(xvalid_bow)
print(f1_score(yvalid, prediction[:, 1] >= 0.3))
xtrain_tfidf, xvalid_tfidf = tfidf[ytrain.index], tfidf[yvalid.index]
pac = PassiveAggressiveClassifier().fit(xtrain_tfidf, ytrain)
print(f1_score(yvalid, pac.predict(xvalid_tfidf)))
