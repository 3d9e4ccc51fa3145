# expected: clean
# found: clean
# %%
!pip install -q transformers torch torchvision

# %%
import json
import urllib
import torch
import requests
from io import BytesIO
from PIL import Image
from torchvision import models, transforms
from transformers import pipeline, AutoTokenizer, AutoModelForSequenceClassification
import matplotlib.pyplot as plt

# %% [markdown]
# ### 1. Image classification with a pretrained network

# %%
url, filename = ("https://github.com/pytorch/hub/raw/master/images/dog.jpg", "dog.jpg")
urllib.request.urlretrieve(url, filename)
img = Image.open(filename)
plt.imshow(img)

# %%
model = models.resnet50(pretrained=True)
model.eval()
preprocess = transforms.Compose([
    transforms.Resize(256),
    transforms.CenterCrop(224),
    transforms.ToTensor(),
    transforms.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225]),
])
batch = preprocess(img).unsqueeze(0)
with torch.no_grad():
    output = model(batch)
probabilities = torch.nn.functional.softmax(output[0], dim=0)

# %%
labels = [s.strip() for s in open('imagenet_classes.txt')]
top5_prob, top5_catid = torch.topk(probabilities, 5)
for i in range(top5_prob.size(0)):
    print(labels[top5_catid[i]], top5_prob[i].item())

# %% [markdown]
# ### 2. Sentiment

# %%
nlp = pipeline('sentiment-analysis')
reviews = ["The pizza was cold and the waiter rude", "Best evening of the year!", "meh"]
for r, o in zip(reviews, nlp(reviews)):
    print(r, '->', o['label'], round(o['score'], 3))

# %%
name = 'nlptown/bert-base-multilingual-uncased-sentiment'
tok = AutoTokenizer.from_pretrained(name)
clf = AutoModelForSequenceClassification.from_pretrained(name)
enc = tok(reviews, padding=True, truncation=True, return_tensors='pt')
stars = clf(**enc).logits.argmax(1) + 1
stars

# %%
summarizer = pipeline('summarization')
text = requests.get('https://www.gutenberg.org/files/11/11-0.txt').text[2000:4500]
print(summarizer(text, max_length=80)[0]['summary_text'])
