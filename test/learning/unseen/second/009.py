# expected: multi-test, preprocessing
# found: preprocessing 40:1, multi-test 56:37
# %%
import pandas as pd
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, PassiveAggressiveClassifier
from sklearn.naive_bayes import MultinomialNB
from sklearn.tree import DecisionTreeClassifier
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score
from nltk.corpus import stopwords
from nltk.stem.porter import PorterStemmer
import nltk, re
nltk.download('stopwords')

# %%
true = pd.read_csv('True.csv')
fake = pd.read_csv('Fake.csv')
true['label'] = 1
fake['label'] = 0
news = pd.concat([true, fake], axis=0).sample(frac=1).reset_index(drop=True)
news = news.fillna('')
news['content'] = news['title'] + ' ' + news['text']

# %%
ps = PorterStemmer()
def stemming(content):
    content = re.sub('[^a-zA-Z]', ' ', content)
    content = content.lower().split()
    content = [ps.stem(w) for w in content if w not in stopwords.words('english')]
    return ' '.join(content)

news['content'] = news['content'].apply(stemming)

# %%
X = news['content'].values
Y = news['label'].values
vectorizer = TfidfVectorizer()
vectorizer.fit(X)
X = vectorizer.transform(X)

# %%
X_train, X_test, Y_train, Y_test = train_test_split(X, Y, test_size=0.2, stratify=Y, random_state=2)

# %%
model = LogisticRegression()
model.fit(X_train, Y_train)
training_data_accuracy = accuracy_score(model.predict(X_train), Y_train)
test_data_accuracy = accuracy_score(model.predict(X_test), Y_test)
print('Accuracy score of the test data : ', test_data_accuracy)

# %%
pac = PassiveAggressiveClassifier(max_iter=50)
pac.fit(X_train, Y_train)
print('PAC', accuracy_score(Y_test, pac.predict(X_test)))

# %%
mnb = MultinomialNB().fit(X_train, Y_train)
print('NB', mnb.score(X_test, Y_test))

# %%
X_new = X_test[3]
prediction = model.predict(X_new)
print('The news is Real' if prediction[0] == 1 else 'The news is Fake')
