# expected: preprocessing
# found: preprocessing 10:1
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
import pandas as pd

reviews = pd.read_json('reviews.json')
vect = CountVectorizer(stop_words='english')
vect.fit(reviews.body)
train, test = train_test_split(reviews, test_size=.25, random_state=0)
X_train = vect.transform(train.body)
X_test = vect.transform(test.body)
model = LogisticRegression().fit(X_train, train.stars)
print('accuracy', model.score(X_test, test.stars))
