# expected: multi-test, preprocessing
# found: preprocessing 37:1, multi-test 59:8
# %%
import numpy as np, pandas as pd, re, string, pickle
from nltk.corpus import stopwords
from nltk.stem.porter import PorterStemmer
from sklearn.feature_extraction.text import TfidfVectorizer, CountVectorizer
import seaborn as sns

# %%
fake = pd.read_csv("Fake.csv")
true = pd.read_csv("True.csv")
fake["label"], true["label"] = 0, 1
news = pd.concat([fake, true]).sample(frac=1, random_state=3).reset_index(drop=True)
news = news.fillna('')
news['content'] = news['title'] + ' ' + news['text']
sns.countplot(x='label', data=news)

# %%
port_stem = PorterStemmer()
stop = set(stopwords.words('english'))
def stemming(content):
    stemmed_content = re.sub('[^a-zA-Z]', ' ', content).lower().split()
    stemmed_content = [port_stem.stem(word) for word in stemmed_content if not word in stop]
    return ' '.join(stemmed_content)

news['content'] = news['content'].apply(stemming)

# %%
#separating the data and label
X = news['content'].values
Y = news['label'].values

# %%
# converting the textual data to numerical data
vectorizer = TfidfVectorizer(max_features=5000, ngram_range=(1,3))
vectorizer.fit(X)
X = vectorizer.transform(X)
print(X)

# %%
from sklearn.model_selection import train_test_split
X_train, X_test, Y_train, Y_test = train_test_split(X, Y, test_size=0.2, stratify=Y, random_state=2)

# %%
from sklearn import metrics
from sklearn.naive_bayes import MultinomialNB
from sklearn.linear_model import PassiveAggressiveClassifier, LogisticRegression

classifier = MultinomialNB()
classifier.fit(X_train, Y_train)
pred = classifier.predict(X_test)
score = metrics.accuracy_score(Y_test, pred)
print("accuracy:   %0.3f" % score)

# %%
linear_clf = PassiveAggressiveClassifier(max_iter=50)
linear_clf.fit(X_train, Y_train)
pred = linear_clf.predict(X_test)
print("accuracy:   %0.3f" % metrics.accuracy_score(Y_test, pred))

# %%
# Multinomial Classifier with Hyperparameter
classifier = MultinomialNB(alpha=0.1)
previous_score = 0
for alpha in np.arange(0, 1, 0.1):
    sub_classifier = MultinomialNB(alpha=alpha)
    sub_classifier.fit(X_train, Y_train)
    y_pred = sub_classifier.predict(X_test)
    score = metrics.accuracy_score(Y_test, y_pred)
    if score > previous_score:
        classifier = sub_classifier
        previous_score = score
    print("Alpha: {}, Score : {}".format(alpha, score))

# %%
pickle.dump(classifier, open('nb.pkl', 'wb'))
