# expected: multi-test, preprocessing
# found: preprocessing 34:5, multi-test 58:30
# %%
import nltk
import string
import pandas as pd
from nltk.corpus import stopwords
from nltk.stem import PorterStemmer
nltk.download('stopwords')

# %%
messages = pd.read_csv('spam.csv', encoding='latin-1')
messages = messages[['v1', 'v2']]
messages.columns = ['label', 'message']
messages.groupby('label').describe()

# %%
messages['length'] = messages['message'].apply(len)
messages.hist(column='length', by='label', bins=50, figsize=(12, 4))

# %%
ps = PorterStemmer()
def clean(msg):
    msg = ''.join([ch for ch in msg if ch not in string.punctuation]).lower()
    words = [ps.stem(w) for w in msg.split() if w not in stopwords.words('english')]
    return ' '.join(words)

corpus = [clean(m) for m in messages['message']]

# %%
# Creating the Bag of Words model
from sklearn.feature_extraction.text import CountVectorizer
cv = CountVectorizer(max_features=2500)
X = cv.fit_transform(corpus).toarray()
y = pd.get_dummies(messages['label'])
y = y.iloc[:, 1].values

# %%
# Train Test Split
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.20, random_state=0)

# Training model using Naive bayes classifier
from sklearn.naive_bayes import MultinomialNB
spam_detect_model = MultinomialNB().fit(X_train, y_train)
y_pred = spam_detect_model.predict(X_test)

# %%
from sklearn.metrics import confusion_matrix, accuracy_score
print(confusion_matrix(y_test, y_pred))
print(accuracy_score(y_test, y_pred))

# %%
# lets try svm too
from sklearn.svm import LinearSVC
svm = LinearSVC(C=0.5)
svm.fit(X_train, y_train)
print(accuracy_score(y_test, svm.predict(X_test)))

# %%
def predict_msg(s):
    return 'spam' if svm.predict(cv.transform([clean(s)]).toarray())[0] else 'ham'
predict_msg("Congratulations you won a free ticket, call now")
