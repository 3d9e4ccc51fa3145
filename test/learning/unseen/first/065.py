# expected: multi-test
# found: multi-test 62:12
# %%
import pandas as pd
import numpy as np
import seaborn as sns
import matplotlib.pyplot as plt
import nltk
from nltk.stem import WordNetLemmatizer
from nltk.corpus import stopwords
nltk.download('wordnet'); nltk.download('stopwords')

# %%
true = pd.read_csv('../input/fake-and-real-news-dataset/True.csv')
fake = pd.read_csv('../input/fake-and-real-news-dataset/Fake.csv')
true['category'] = 1
fake['category'] = 0
df = pd.concat([true, fake])
df.head()

# %%
sns.countplot(df.category)

# %%
df = df.drop_duplicates(subset=['text'])
df['text'] = df['text'] + " " + df['title']
del df['title'], df['subject'], df['date']

# %%
stop = set(stopwords.words('english'))
lem = WordNetLemmatizer()
def lemmatize_words(text):
    final_text = []
    for i in text.split():
        if i.strip().lower() not in stop:
            final_text.append(lem.lemmatize(i.strip().lower()))
    return " ".join(final_text)
df.text = df.text.apply(lemmatize_words)

# %%
from sklearn.model_selection import train_test_split
x_train, x_test, y_train, y_test = train_test_split(df.text, df.category, random_state=0)

# %%
from sklearn.feature_extraction.text import TfidfVectorizer
tv = TfidfVectorizer(min_df=0.001, max_df=0.9, binary=False, ngram_range=(1, 3))
tv_train_reviews = tv.fit_transform(x_train)
tv_test_reviews = tv.transform(x_test)
print('Tfidf_train:', tv_train_reviews.shape)
print('Tfidf_test:', tv_test_reviews.shape)

# %%
from sklearn.naive_bayes import MultinomialNB
from sklearn.linear_model import PassiveAggressiveClassifier, LogisticRegression
from sklearn.svm import LinearSVC
from sklearn.metrics import accuracy_score, classification_report

scores = {}
for clf in [MultinomialNB(), PassiveAggressiveClassifier(max_iter=50), LogisticRegression(), LinearSVC()]:
    clf_name = clf.__class__.__name__
    clf.fit(tv_train_reviews, y_train)
    pred = clf.predict(tv_test_reviews)
    scores[clf_name] = accuracy_score(y_test, pred)
    print(clf_name)
    print(classification_report(y_test, pred, target_names=['Fake', 'Not Fake']))

# %%
s = pd.Series(scores).sort_values(ascending=False)
s.plot(kind='barh', xlim=(.9, 1))
print('best:', s.index[0])
